/** What asks a process to end, and can be made to wait. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that a signal must not cut in half. What is done at a stretch, without waiting for anything, is done to its
 * end first; then the process ends as if nothing had held the signal up. Who listens to signals decides for themselves.
 */
export async function uninterrupted<T>(work: () => Promise<T> | T): Promise<T> {
  if (signals.some((signal) => process.listenerCount(signal) > 0)) return work();
  const stop = (): void => signals.forEach((signal) => process.off(signal, end));
  const end = (signal: NodeJS.Signals): void => {
    stop();
    process.kill(process.pid, signal);
  };
  signals.forEach((signal) => process.on(signal, end));
  try {
    return await work();
  } finally {
    // A signal that came meanwhile is told when Node has looked for news, which it has for sure after the second turn.
    await turn();
    await turn();
    stop();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
