import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { uiTexts } from '#i18n/ui.ts'
import type { Account } from '../../protocol/account.ts'
import { logInFirst } from '../app/auth-redirect.ts'
import { createBeforeUnloadGuard } from '../browser/before-unload-guard.ts'
import { deviceStorage } from '../browser/local-storage.ts'
import { openStoredLinkKeys } from '../crypto/stored-link-keys.ts'
import { formatDay } from '../i18n/local-time.ts'
import { EXPORT_ADDRESS, makeAccountApi } from '../net/account-api.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureText } from '../ui/failure-text.tsx'
import { type Failure, failureFor, sentenceFor } from '../ui/form-submission.ts'
import { AccountLayout } from './account-layout.tsx'
import { ChangePassword } from './change-password.tsx'
import { downloadSignedIn } from './download-signed-in.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SessionList } from './session-list.tsx'
import { forgetPlan } from './stored-room-form.ts'

const t = accountTexts.settings

/** The account: its password, where it is logged in, its recovery codes, everything of it, and its end. */
export function AccountPage() {
  document.title = t.page
  const api = makeAccountApi()
  const [account, setAccount] = createSignal<Account | null>(null)
  const [failure, setFailure] = createSignal<string | null>(null)
  /** Why everything could not be downloaded. */
  const [unsaved, setUnsaved] = createSignal<Failure | null>(null)
  const [asking, setAsking] = createSignal<'codes' | 'remove' | null>(null)
  const [codes, setCodes] = createSignal<string[] | null>(null)
  let codesPart!: HTMLElement

  // What is shown of the sessions is asked for anew when they may be others.
  const [turn, setTurn] = createSignal(1)

  // They are shown this once: a reload must not take them by mistake.
  createBeforeUnloadGuard(() => codes() !== null)

  /** What had the focus goes with what it was in: the part itself takes it. */
  function showCodes(some: string[] | null) {
    setCodes(some)
    queueMicrotask(() => codesPart.focus())
  }

  async function load() {
    setFailure(null)
    const { value, refusal } = await api.fetchAccount()
    if (value) setAccount(value)
    else if (refusal?.code === 'not-signed-in') logInFirst()
    else if (refusal) setFailure(sentenceFor(refusal))
  }
  void load()

  return (
    <AccountLayout api={api} here="/account">
      <main class="settings">
        <div>
          <h1 class="desk-title">{t.title}</h1>
          <Show when={account()}>
            {(account) => (
              <p class="settings-lead">
                {account().email}, {t.since(formatDay(account().createdAt))}
              </p>
            )}
          </Show>
          <div role="status">
            <Show when={!account() && !failure()}>
              <p class="settings-lead">{t.loading}</p>
            </Show>
            <Show when={failure()}>
              <div class="desk-note">
                <p>{failure()}</p>
                <button type="button" class="button button-line" onClick={load}>
                  {t.again}
                </button>
              </div>
            </Show>
          </div>
        </div>
        <Show when={account()}>
          {(account) => (
            <>
              <section class="settings-part">
                <h2>{t.password.title}</h2>
                <p>{t.password.text}</p>
                <ChangePassword
                  api={api}
                  email={account().email}
                  onDone={(recoveryCodes) => {
                    setTurn(turn() + 1)
                    showCodes(recoveryCodes)
                  }}
                />
              </section>
              <section class="settings-part">
                <h2>{t.sessions.title}</h2>
                <Show when={turn()} keyed>
                  <SessionList api={api} />
                </Show>
              </section>
              <section ref={codesPart} class="settings-part" tabindex="-1" aria-labelledby="codes-title">
                <h2 id="codes-title">{t.codes.title}</h2>
                <Show
                  when={codes()}
                  fallback={
                    <>
                      <p>{t.codes.left(account().recoveryCodesLeft)}</p>
                      <button type="button" class="button button-line" onClick={() => setAsking('codes')}>
                        {t.codes.make}
                      </button>
                    </>
                  }
                >
                  {(codes) => (
                    <>
                      <p>{accountTexts.codes.text}</p>
                      <RecoveryCodes codes={codes()} />
                      <button type="button" class="button button-main" onClick={() => showCodes(null)}>
                        {accountTexts.codes.kept}
                      </button>
                    </>
                  )}
                </Show>
              </section>
              <section class="settings-part">
                <h2>{t.everything.title}</h2>
                <p>{t.everything.text}</p>
                <a
                  class="button button-line"
                  href={EXPORT_ADDRESS}
                  download=""
                  onClick={(event) =>
                    void downloadSignedIn(event, api.fetchAccount, (refusal) =>
                      setUnsaved(refusal && failureFor(refusal)),
                    )
                  }
                >
                  {t.everything.download}
                </a>
                <FailureText failure={unsaved()} />
              </section>
              <section class="settings-part">
                <h2>{t.remove.title}</h2>
                <p>{t.remove.text}</p>
                <button type="button" class="button button-warn" onClick={() => setAsking('remove')}>
                  {t.remove.button}
                </button>
              </section>
              <Show when={asking() === 'codes'}>
                <ConfirmDialog
                  title={t.codes.askTitle}
                  text={t.codes.askText}
                  confirmLabel={t.codes.yes}
                  cancelLabel={uiTexts.cancel}
                  asksPassword
                  onConfirm={(password) => api.renewRecoveryCodes(password)}
                  onDone={({ recoveryCodes }) => {
                    showCodes(recoveryCodes)
                    void load()
                  }}
                  onClose={() => setAsking(null)}
                />
              </Show>
              <Show when={asking() === 'remove'}>
                <ConfirmDialog
                  title={t.remove.askTitle}
                  text={t.remove.askText}
                  confirmLabel={t.remove.yes}
                  cancelLabel={uiTexts.cancel}
                  asksPassword
                  onConfirm={(password) => api.deleteAccount(password)}
                  onDone={() => {
                    openStoredLinkKeys(account().accountId, deviceStorage()).forgetLinkKeys()
                    forgetPlan()
                    location.replace('/?erased=true')
                  }}
                  onClose={() => setAsking(null)}
                />
              </Show>
            </>
          )}
        </Show>
      </main>
    </AccountLayout>
  )
}
