/** Octets of files that a page keeps, so that what is scrolled away and back is not fetched again. */
export const KEPT_MAX = 67_108_864

/** The files that are here, by the room's id of them. */
export interface BlobCache {
  /** Keeps a file; of too many the one used longest ago goes. */
  keepBlob(fileId: string, blob: Blob): void
  findBlob(fileId: string): Blob | undefined
  forgetBlob(fileId: string): void
  forgetAll(): void
}

/** Makes a cache of files in memory. @param most octets */
export function makeBlobCache(most = KEPT_MAX): BlobCache {
  // In the order in which they were used.
  const blobs = new Map<string, Blob>()

  function keepBlob(fileId: string, blob: Blob) {
    blobs.delete(fileId)
    blobs.set(fileId, blob)
    let octets = [...blobs.values()].reduce((sum, { size }) => sum + size, 0)
    for (const [id, { size }] of blobs) {
      if (octets <= most) break
      blobs.delete(id)
      octets -= size
    }
  }

  return {
    keepBlob,
    findBlob(fileId) {
      const blob = blobs.get(fileId)
      if (blob) keepBlob(fileId, blob)
      return blob
    },
    forgetBlob: (fileId) => void blobs.delete(fileId),
    forgetAll: () => blobs.clear(),
  }
}
