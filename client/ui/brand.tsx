import { commonTexts } from '#i18n/common.ts'

/** The name of the app, and a fuse that glows at its end. */
export function Brand() {
  return (
    <a class="brand" href="/">
      {commonTexts.brand}
      <span class="brand-fuse" aria-hidden="true" />
    </a>
  )
}
