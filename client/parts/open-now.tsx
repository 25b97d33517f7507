import { createSignal } from 'solid-js'
import { makeAccountApi } from '../net/account-api.ts'
import { makeApi } from '../net/api.ts'
import { createSend } from '../state/create-send.ts'
import { doorWords } from '../words/en/door.ts'
import { FailureText } from './account/failure.tsx'

/** Opens a facilitator's own room before its time. */
export function OpenNow(props: { roomId: string; onOpen: () => void }) {
  const { busy, failure, send } = createSend()
  const [opened, setOpened] = createSignal(false)

  async function open() {
    if (busy() || opened()) return
    const done = await send(async () => {
      // What the server says is past by the time it hears it, whatever the clock of this device is.
      const { value, refusal } = await makeApi().look(props.roomId)
      return refusal ? { refusal } : makeAccountApi().change(props.roomId, { opensAt: value.serverTime })
    })
    if (!done) return
    setOpened(true)
    props.onOpen()
  }

  return (
    <>
      <button type="button" class="button button-main" aria-disabled={busy()} onClick={open}>
        {doorWords.openNow}
      </button>
      <FailureText failure={failure()} />
    </>
  )
}
