import '../../styles/account.css'
import { createSignal } from 'solid-js'
import { createUnsentGuard } from '../../state/page-unsent.ts'
import { accountWords } from '../../words/en/account.ts'
import { Announcer } from '../announcer.tsx'
import { Gate } from '../gate.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

const say = accountWords.codes

/** The recovery codes after signing up or a recovery, shown this once; then on to the rooms. */
export function CodesGate(props: { codes: readonly string[] }) {
  document.title = say.page
  const [kept, setKept] = createSignal(false)
  // A reload must not take them by mistake.
  createUnsentGuard(() => !kept())
  return (
    <Gate title={say.title} text={say.text}>
      <RecoveryCodes codes={props.codes} />
      <button
        type="button"
        class="button button-main"
        onClick={() => {
          setKept(true)
          location.replace('/rooms')
        }}
      >
        {say.kept}
      </button>
      <Announcer />
    </Gate>
  )
}
