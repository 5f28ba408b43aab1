/** Words that are kept for a moment, last in, first out: so that keeping some makes nothing. */
export class WordStack {
  /** Those below `top` are kept. */
  words: Int32Array = new Int32Array(64);
  top = 0;

  /** Makes room for so many more, and gives back all. */
  reserve(more: number): Int32Array {
    if (this.top + more > this.words.length) this.grow(this.top + more);
    return this.words;
  }

  private grow(length: number): void {
    const before = this.words;
    this.words = new Int32Array(length * 2);
    this.words.set(before);
  }
}
