/** The build that this service worker came with. The build writes it in (`scripts/build/build-service-worker.ts`). */
export interface Build {
  /** Changes with any file of it. */
  name: string
  /** Paths of all its files whose name has their hash. */
  files: string[]
  offline: {
    document: string
    headers: Record<string, string>
    /** The paths of what it loads, with the hash of each. */
    integrity: Record<string, string>
  }
}

/** What caches of ours are called, before the name of the build. */
const PREFIX = 'private-chat.'

/** The stored files of one build: its own hashed files, and nothing else. */
export function makeAppCache({ name, offline }: Build) {
  const open = () => caches.open(PREFIX + name)

  return {
    /** Stores what the offline page loads, so that it is there without a network. Fails where a file is not what was built. */
    async storeOfflineFiles(): Promise<void> {
      const cache = await open()
      const files = Object.entries(offline.integrity)
      await Promise.all(
        files.map(async ([path, integrity]) => cache.put(path, await fetchFile(path, { integrity }))),
      )
    },

    /** Deletes what was stored of other builds: whatever else lies there is not of this one. */
    async deleteOthers(): Promise<void> {
      const names = await caches.keys()
      await Promise.all(names.filter((each) => each !== PREFIX + name).map((each) => caches.delete(each)))
    },

    /**
     * Answers with a file of this build, and stores it where it comes for the first time.
     * @param keep has the service worker live until something is done
     */
    async answerFile(request: Request, keep: (done: Promise<unknown>) => void): Promise<Response> {
      const cache = await open()
      const path = new URL(request.url).pathname
      const stored = await cache.match(path)
      if (stored) return stored
      const response = await fetch(request)
      // Only what the browser has compared with the hash in the document: what was changed on its way would stay for good.
      if (response.ok && request.integrity !== '') keep(cache.put(path, response.clone()).catch(() => {}))
      return response
    },
  }
}

async function fetchFile(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init)
  if (!response.ok) throw new Error(`${response.status} for a file of the build`)
  return response
}
