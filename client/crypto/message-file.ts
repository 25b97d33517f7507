/** What an envelope says of a file. Whoever reads it takes it from `readFiles`, which checks every field. */
export interface MessageFile {
  /** The room's id of it. */
  id: string
  /** Its key, base64url. */
  key: string
  name: string
  /** What kind of file its sender took it for, such as `image/jpeg`. Nothing is shown by it: what is shown is told by its octets. */
  type: string
  /** Octets, without padding. */
  size: number
  chunks: number
  /** Of a picture, in pixels. */
  width?: number
  height?: number
  /** A picture of a few hundred octets that stands in its place until it is here, base64url. */
  preview?: string
  /** Of a recording, in milliseconds. */
  duration?: number
  /** Of a recording: how loud it is from its beginning to its end, an octet each, base64url. */
  wave?: string
}

/** What a page knows of a file before it is sent: all but where it lies and what opens it. */
export type FileDetails = Omit<MessageFile, 'id' | 'key' | 'chunks'>

/** What the fields of a file may be at most; reading holds them to it, and writing keeps within. */
export const FILE_FIELDS = {
  /** Characters of base64url. */
  preview: 1_500,
  /** Characters of base64url: some ninety octets. */
  wave: 128,
  /** Milliseconds: a day, which is as long as a room lives. */
  duration: 86_400_000,
  /** Pixels of a side. */
  side: 65_535,
} as const
