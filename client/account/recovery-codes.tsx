import { For } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { saveFile } from '../browser/save-file.ts'
import { CopyButton } from '../ui/copy-button.tsx'

const t = accountTexts.codes

/** The recovery codes, with buttons that copy and save them. */
export function RecoveryCodes(props: { codes: readonly string[] }) {
  const all = () => `${props.codes.join('\n')}\n`
  return (
    <div class="codes">
      <ul class="codes-list" translate="no" aria-label={t.list}>
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <div class="codes-actions">
        <CopyButton class="button-line" label={t.copy} text={all()} announcement={t.copied} />
        <button
          type="button"
          class="button button-line"
          onClick={() => saveFile(t.file, 'txt', 'text/plain', [t.fileHead(location.host), all()])}
        >
          {t.save}
        </button>
      </div>
    </div>
  )
}
