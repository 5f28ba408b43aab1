/** The part of a stream that progress needs. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const interval = 100;

/**
 * Tells how far a run is: on a terminal in one line that is drawn anew and gone at the end, elsewhere with a line for
 * every tenth. Gives back what is to be called after every day; `now` gives milliseconds.
 */
export function makeProgress(screen: Screen, days: number, now: () => number): (day: number) => void {
  const start = now();
  const last = { drawn: -interval, tenth: 0 };
  return (day) => {
    const time = now() - start;
    const line = `day ${day} of ${days}, ${Math.floor((100 * day) / days)} %, ${duration((time * (days - day)) / day)} left`;
    if (screen.isTTY !== true) {
      const tenth = Math.floor((10 * day) / days);
      if (tenth > last.tenth) screen.write(`  ${line}\n`);
      last.tenth = tenth;
    } else if (day === days) {
      screen.write("\r\u001B[K");
    } else if (time - last.drawn >= interval) {
      screen.write(`\r\u001B[K  ${line}`);
      last.drawn = time;
    }
  };
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
