import type { Refusal } from '../../protocol/refusal.ts'
import type { Reply, Unreachable } from '../net/http.ts'

/**
 * Follows a link to a download once it is known that the server will give it: a refusal would be saved as the file, or
 * said by the browser in words that help nobody.
 * @param ask asks whether somebody is logged in
 * @param tell is told why there is nothing to download; null where there is
 */
export async function downloadSignedIn(
  event: MouseEvent & { currentTarget: HTMLAnchorElement },
  ask: () => Promise<Reply<unknown>>,
  tell: (refusal: Refusal | Unreachable | null) => void,
): Promise<void> {
  event.preventDefault()
  const { href } = event.currentTarget
  const { refusal = null } = await ask()
  tell(refusal)
  if (refusal) return
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
