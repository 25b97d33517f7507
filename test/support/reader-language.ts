/** Readers in unit tests prefer British English, whatever the machine does that runs them. */
Object.defineProperty(navigator, 'languages', { value: ['en-GB'], configurable: true })
