/** Two soft notes, a fourth apart: frequency in Hz and when each begins, in seconds. */
const NOTES = [[587.33, 0], [783.99, 0.09]] as const;
const LOUDNESS = 0.07;
/** How long a note takes to fade, in seconds. */
const FADE = 0.34;
/** What comes sooner after the last one is not heard again, in milliseconds. */
const REST = 1500;

let context: AudioContext | undefined;
let rang_at = -Infinity;

/** Whether the browser lets this page sound at all: it wants it to have been touched once. */
export function canRing(): boolean {
  return typeof AudioContext === "function" && navigator.userActivation?.hasBeenActive !== false;
}

/** Sounds once, briefly; not again while it still does. */
export async function ring(): Promise<void> {
  if (performance.now() - rang_at < REST) return;
  rang_at = performance.now();
  try {
    context ??= new AudioContext();
    await context.resume();
    const start = context.currentTime + 0.02;
    for (const [frequency, after] of NOTES) note(context, frequency, start + after);
    // A context that runs keeps the sound card awake.
    setTimeout(() => void context?.suspend().catch(() => {}), 1000);
  } catch {
    // No sound card, or not allowed.
  }
}

function note(context: AudioContext, frequency: number, at: number): void {
  const tone = new OscillatorNode(context, { type: "sine", frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + FADE);
  tone.connect(gain).connect(context.destination);
  tone.start(at);
  tone.stop(at + FADE);
}
