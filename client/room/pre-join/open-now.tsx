import { createSignal } from 'solid-js'
import { preJoinTexts } from '#i18n/pre-join.ts'
import { makeAccountApi } from '../../net/account-api.ts'
import { makeVisitorApi } from '../../net/visitor-api.ts'
import { FailureText } from '../../ui/failure-text.tsx'
import { createFormSubmission } from '../../ui/form-submission.ts'

/** Opens a facilitator's own room before its time. */
export function OpenNow(props: { roomId: string; onOpen: () => void }) {
  const { busy, failure, submit } = createFormSubmission()
  const [opened, setOpened] = createSignal(false)

  async function open() {
    if (busy() || opened()) return
    const done = await submit(async () => {
      // The server's time is past when it comes back to the server, whatever the clock of this device shows.
      const { value, refusal } = await makeVisitorApi().fetchRoom(props.roomId)
      return refusal ? { refusal } : makeAccountApi().changeRoom(props.roomId, { opensAt: value.serverTime })
    })
    if (!done) return
    setOpened(true)
    props.onOpen()
  }

  return (
    <>
      <button type="button" class="button button-main" aria-disabled={busy()} onClick={open}>
        {preJoinTexts.openNow}
      </button>
      <FailureText failure={failure()} />
    </>
  )
}
