import { commonWords } from '../i18n/en/common.ts'

/** The name of the app: a word, and a fuse that glows at its end. */
export function Brand() {
  return (
    <a class="brand" href="/">
      {commonWords.brand}
      <span class="brand-fuse" aria-hidden="true" />
    </a>
  )
}
