import { gateWords } from '../words/en/gate.ts'
import { FullRoom } from './full-room.tsx'
import { Gate } from './gate.tsx'

const say = gateWords

/** The last seat was taken while this page was on its way: it waits here for the next. */
export function FullGate(props: { roomId: string; onAgain: () => void }) {
  return (
    <Gate title={say.full.title} text={say.full.text}>
      <FullRoom roomId={props.roomId} onEnter={props.onAgain} />
      <a class="button" href="/">
        {say.lobby}
      </a>
    </Gate>
  )
}
