/** Development only: reload the page when another build answers. */
const events = new EventSource("/_fresh/alive");
let version: string | null = null;
events.onmessage = (event: MessageEvent<string>) => {
  if (version !== null && version !== event.data) location.reload();
  version = event.data;
};
