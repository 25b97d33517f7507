import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { uiTexts } from '#i18n/ui.ts'
import type { Account } from '../../protocol/account.ts'
import { redirectToLogIn } from '../app/auth-redirect.ts'
import { createBeforeUnloadGuard } from '../browser/before-unload-guard.ts'
import { deviceStorage } from '../browser/browser-storage.ts'
import { makeKeyStore } from '../browser/key-store.ts'
import { formatDay } from '../i18n/local-time.ts'
import { EXPORT_ADDRESS, makeAccountApi } from '../net/account-api.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureText } from '../ui/failure-text.tsx'
import { type Failure, failureFor, sentenceFor } from '../ui/form-submission.ts'
import { AccountLayout } from './account-layout.tsx'
import { ChangePassword } from './change-password.tsx'
import { deleteAccount } from './delete-account.ts'
import { downloadSignedIn } from './download-signed-in.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SessionList } from './session-list.tsx'
import { clearRoomForm } from './stored-room-form.ts'

const t = accountTexts.settings

/** The account: its password, its sessions, its recovery codes, the download of its data, and its deletion. */
export function AccountPage() {
  document.title = t.page
  const api = makeAccountApi()
  const [account, setAccount] = createSignal<Account | null>(null)
  const [failure, setFailure] = createSignal<string | null>(null)
  /** Why the download was refused. */
  const [downloadFailure, setDownloadFailure] = createSignal<Failure | null>(null)
  const [dialog, setDialog] = createSignal<'codes' | 'remove' | null>(null)
  const [codes, setCodes] = createSignal<string[] | null>(null)
  let codesSection!: HTMLElement

  // The list of sessions is created again when they may have changed.
  const [sessionsVersion, setSessionsVersion] = createSignal(1)

  // They are shown only once: a reload must not remove them by mistake.
  createBeforeUnloadGuard(() => codes() !== null)

  /** The button that had the focus is removed: its section takes the focus. */
  function showCodes(some: string[] | null) {
    setCodes(some)
    queueMicrotask(() => codesSection.focus())
  }

  async function loadAccount() {
    setFailure(null)
    const { value, refusal } = await api.fetchAccount()
    if (value) setAccount(value)
    else if (refusal?.code === 'not-signed-in') redirectToLogIn()
    else if (refusal) setFailure(sentenceFor(refusal))
  }
  void loadAccount()

  return (
    <AccountLayout api={api} here="/account">
      <main class="settings">
        <div>
          <h1 class="account-title">{t.title}</h1>
          <Show when={account()}>
            {(account) => (
              <p class="settings-lead">{t.about(account().email, formatDay(account().createdAt))}</p>
            )}
          </Show>
          <div role="status">
            <Show when={!account() && !failure()}>
              <p class="settings-lead">{t.loading}</p>
            </Show>
            <Show when={failure()}>
              <div class="account-note">
                <p>{failure()}</p>
                <button type="button" class="button button-line" onClick={loadAccount}>
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
                    setSessionsVersion(sessionsVersion() + 1)
                    showCodes(recoveryCodes)
                  }}
                />
              </section>
              <section class="settings-part">
                <h2>{t.sessions.title}</h2>
                <Show when={sessionsVersion()} keyed>
                  <SessionList api={api} />
                </Show>
              </section>
              <section ref={codesSection} class="settings-part" tabindex="-1" aria-labelledby="codes-title">
                <h2 id="codes-title">{t.codes.title}</h2>
                <Show
                  when={codes()}
                  fallback={
                    <>
                      <p>{t.codes.left(account().recoveryCodesLeft)}</p>
                      <button type="button" class="button button-line" onClick={() => setDialog('codes')}>
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
                      setDownloadFailure(refusal && failureFor(refusal)),
                    )
                  }
                >
                  {t.everything.download}
                </a>
                <FailureText failure={downloadFailure()} />
              </section>
              <section class="settings-part">
                <h2>{t.remove.title}</h2>
                <p>{t.remove.text}</p>
                <button type="button" class="button button-warn" onClick={() => setDialog('remove')}>
                  {t.remove.button}
                </button>
              </section>
              <Show when={dialog() === 'codes'}>
                <ConfirmDialog
                  title={t.codes.askTitle}
                  text={t.codes.askText}
                  confirmLabel={t.codes.yes}
                  cancelLabel={uiTexts.cancel}
                  asksPassword
                  onConfirm={(password) => api.renewRecoveryCodes(password)}
                  onDone={({ recoveryCodes }) => {
                    showCodes(recoveryCodes)
                    void loadAccount()
                  }}
                  onClose={() => setDialog(null)}
                />
              </Show>
              <Show when={dialog() === 'remove'}>
                <ConfirmDialog
                  title={t.remove.askTitle}
                  text={t.remove.askText}
                  confirmLabel={t.remove.yes}
                  cancelLabel={uiTexts.cancel}
                  asksPassword
                  onConfirm={(password) => {
                    const { accountId } = account()
                    const kept = { store: makeKeyStore(), storage: deviceStorage }
                    return deleteAccount({ api, accountId, ...kept }, password)
                  }}
                  onDone={() => {
                    clearRoomForm()
                    location.replace('/?erased=true')
                  }}
                  onClose={() => setDialog(null)}
                />
              </Show>
            </>
          )}
        </Show>
      </main>
    </AccountLayout>
  )
}
