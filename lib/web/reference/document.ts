/** A document of the interface, as JSON text, for anybody to read. */
export function documentResponse(text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "application/json",
      "cache-control": "public, max-age=300",
      // Viewers of such documents live on other sites.
      "access-control-allow-origin": "*",
    },
  });
}
