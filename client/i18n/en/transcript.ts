/** The texts of a transcript that is read on the page, in English. */
export const transcriptTexts = {
  read: 'Read',
  print: 'Print',
  close: 'Close',
  nothing: 'Nothing was said.',
  of: (title: string) => `Transcript of ${title}`,
}
