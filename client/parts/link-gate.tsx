import { linkWords } from '../words/en/link.ts'
import { Gate } from './gate.tsx'
import { LinkForm } from './link-form.tsx'

/** The link came without its key, or with a damaged one: nothing was joined, and the whole one may be pasted here. */
export function LinkGate() {
  return (
    <Gate title={linkWords.title} text={linkWords.text}>
      <LinkForm />
    </Gate>
  )
}
