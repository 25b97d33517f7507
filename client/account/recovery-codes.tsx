import { For } from 'solid-js'
import { saveFile } from '../browser/save-file.ts'
import { accountWords } from '../i18n/en/account.ts'
import { CopyButton } from '../ui/copy-button.tsx'

const say = accountWords.codes

/** The codes, and the ways to keep them. */
export function RecoveryCodes(props: { codes: readonly string[] }) {
  const all = () => `${props.codes.join('\n')}\n`
  return (
    <div class="codes">
      <ul class="codes-list" aria-label={say.list}>
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <div class="codes-ways">
        <CopyButton class="button-line" label={say.copy} text={all()} said={say.copied} />
        <button
          type="button"
          class="button button-line"
          onClick={() => saveFile(say.file, 'txt', 'text/plain', [say.fileHead(location.host), all()])}
        >
          {say.save}
        </button>
      </div>
    </div>
  )
}
