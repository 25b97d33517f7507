/** The texts of the page that is shown where the network is away, in English. */
export const offlineTexts = {
  page: 'No connection · private-chat',
  title: 'There is no connection',
  text: 'What is said in rooms is never stored on this device, so there is nothing to show without a connection. Once there is one again, this page opens by itself.',
  again: 'Try again',
}
