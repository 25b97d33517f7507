import type { Refusal } from '../../protocol/refusal.ts'
import type { Reply, Unreachable } from '../net/http.ts'

/**
 * Follows an anchor to a download where the server will answer it: otherwise the browser would save the refusal as the file,
 * or show a message of its own.
 * @param checkSession answers whether somebody is logged in
 * @param onChecked receives why there is nothing to download; null where there is
 */
export async function downloadSignedIn(
  event: MouseEvent & { currentTarget: HTMLAnchorElement },
  checkSession: () => Promise<Reply<unknown>>,
  onChecked: (refusal: Refusal | Unreachable | null) => void,
): Promise<void> {
  event.preventDefault()
  const { href } = event.currentTarget
  const { refusal = null } = await checkSession()
  onChecked(refusal)
  if (refusal) return
  const anchor = document.createElement('a')
  anchor.href = href
  anchor.download = ''
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}
