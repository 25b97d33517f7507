import { onCleanup, onMount } from 'solid-js'
import type { FetchedFile } from './fetch-file.ts'

/** Octets of a picture or a voice up to which it is fetched unasked, once it comes into view. */
export const UNASKED_MAX = 1_048_576

/** Fetches a file once it comes into view, unless it is large. @param size octets */
export function fetchInView(box: () => Element, size: number, fetched: FetchedFile): void {
  onMount(() => {
    if (size > UNASKED_MAX) return
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      void fetched.fetch()
    })
    watch.observe(box())
    onCleanup(() => watch.disconnect())
  })
}
