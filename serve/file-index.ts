/** A way in which a file also lies on the disk, packed when the server was built. */
export type Encoding = 'br' | 'gzip'

/** A file of the page, under the address that it answers to. */
export interface IndexedFile {
  /** Its name below the folder of files, without the ending of an encoding. */
  name: string
  contentType: string
  /** In quotation marks, as the header has it. */
  etag: string
  /** Those in which it lies there as well, as `<name>.br` and `<name>.gzip`; the smallest first. */
  encodings: Encoding[]
}

/** A rule of `_headers`: what it sets and takes away where an address matches. */
export interface HeaderRule {
  /** A regular expression for the whole path. */
  pattern: string
  set: [name: string, value: string][]
  unset: string[]
}

/** All that answers without the Worker. The build writes it, and nothing else is read from the disk. */
export interface FileIndex {
  /** Regular expressions of the paths that go to the Worker first: `run_worker_first` in wrangler.toml. */
  workerFirst: string[]
  /** By path. */
  files: Record<string, IndexedFile>
  /** Where a path leads that is another name of a file's, such as `/privacy.html`. */
  redirects: Record<string, string>
  rules: HeaderRule[]
}
