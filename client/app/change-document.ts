/**
 * Changes places of a document.
 * @throws an error where the document lacks one of them
 */
export function changeDocument(document: string, changes: readonly [place: RegExp, html: string][]): string {
  return changes.reduce((changed, [place, html]) => {
    if (!place.test(changed)) throw new Error(`the document has no ${place}`)
    return changed.replace(place, () => html)
  }, document)
}
