import { entryRefusedWords } from '../../i18n/en/entry-refused.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { SeatWaitLine } from './seat-wait-line.tsx'

const say = entryRefusedWords

/** The last seat was taken while this page was on its way: it waits here for the next. */
export function FullPrompt(props: { roomId: string; onAgain: () => void }) {
  return (
    <NoticePage title={say.full.title} text={say.full.text}>
      <SeatWaitLine roomId={props.roomId} onEnter={props.onAgain} />
      <a class="button" href="/">
        {say.lobby}
      </a>
    </NoticePage>
  )
}
