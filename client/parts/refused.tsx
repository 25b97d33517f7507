import { Show } from 'solid-js'
import type { RefusalCode } from '../../protocol/refusal.ts'
import { gateWords } from '../words/en/gate.ts'
import { Gate } from './gate.tsx'

const say = gateWords

// Trying again leads nowhere with these.
const FINAL: readonly string[] = ['room-not-found', 'room-closed', 'removed', 'wrong-link']

/** Why there is no way in, and what to do about it. */
export function Refused(props: {
  code: RefusalCode | 'unreachable' | 'cookies-blocked' | 'seat-lost'
  onAgain: () => void
}) {
  const notice = () => say.refused[props.code] ?? say.other
  const again = () => !FINAL.includes(props.code)
  const lost = () => props.code === 'seat-lost'
  return (
    <Gate title={notice().title} text={notice().text}>
      <Show when={again()}>
        <button
          type="button"
          class="button button-main"
          onClick={() => (lost() ? location.reload() : props.onAgain())}
        >
          {lost() ? say.back : say.again}
        </button>
      </Show>
      <a class="button" classList={{ 'button-line': again(), 'button-main': !again() }} href="/">
        {say.lobby}
      </a>
    </Gate>
  )
}
