/** Which build a page says it is of. */
export interface PageBuild {
  version: string
  /** Null where it was built from no known commit. */
  commit: string | null
  /** Whether it was built with changes that no commit has. */
  isChanged: boolean
}

/** What the build writes into each document (`scripts/build/read-source.ts`). */
const BUILD = /^([\w.+-]{1,40})(?: ([0-9a-f]{40,64}))?( changed)?$/

/**
 * Reads which build the page says it is of.
 * @param content of the element `meta` named `build`
 * @returns null if it says nothing that can be shown
 */
export function parsePageBuild(content: string | undefined): PageBuild | null {
  const [, version, commit = null, changed] = BUILD.exec(content ?? '') ?? []
  return version === undefined ? null : { version, commit, isChanged: changed !== undefined }
}

/** The same of the document that is open. */
export function readPageBuild(): PageBuild | null {
  return parsePageBuild(document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content)
}
