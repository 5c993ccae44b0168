/**
 * Who may do what over HTTP: a row for each method of each route, a column for each kind of person, the status
 * they get. `rights_test.ts` tries every cell on a real server; a route without a row fails.
 *
 * Where a row is about a conversation or what is in it, it is a group that was made by `founder`, led by `leader`
 * (an admin of the group), with `participant` and `leila` in it, who wrote the message, and the file. What is done
 * to somebody is done to her.
 */
export const PEOPLE = [
  /** Without a proof. */
  "nobody",
  /** A member of the workspace who is in none of its groups. */
  "outsider",
  /** Was in the group, and was taken out of it. */
  "removed",
  /** An agent and the owner of another workspace. */
  "agent_elsewhere",
  "owner_elsewhere",
  "participant",
  "leader",
  "founder",
  /** An admin of the workspace, in none of its groups. */
  "admin",
  /** A visitor of the site that rows are about, which makes tickets. */
  "guest",
  /** A visitor of another site, which leads to the room of everybody. */
  "guest_elsewhere",
] as const;

export type PersonName = typeof PEOPLE[number];

/** Who is to read nothing of the group, whatever they ask for. */
export const STRANGERS: readonly PersonName[] = [...PEOPLE.slice(0, 5), "guest", "guest_elsewhere"];

/** Who has none to sign in to. */
export const WITHOUT_ACCOUNT: readonly PersonName[] = ["nobody", "guest", "guest_elsewhere"];

/** One's own and of nobody else: for whoever is signed in, which visitors of sites are not. */
const OWN = (status: number) => [401, ...Array(8).fill(status), 401, 401];
/** The same for everybody, whoever they are. */
const ALL = (status: number) => Array(11).fill(status);

// deno-fmt-ignore
export const TABLE: Readonly<Record<string, readonly number[]>> = {
  //                                           nobody  out  rem  ag2  ow2  part lead foun admin guest guest2
  "GET /api/openapi.json":                               ALL(200),
  "GET /api/asyncapi.json":                              ALL(200),

  "POST /api/auth/register":                             ALL(201),
  "POST /api/auth/login":                                ALL(200),
  "POST /api/auth/token":                                ALL(200),
  "POST /api/auth/refresh":                              ALL(200),
  "POST /api/auth/reset-password":                       ALL(400),
  "POST /api/auth/setup":                                ALL(404),
  "POST /api/auth/logout":                               ALL(204),
  "GET /api/auth/me":                                    OWN(200),
  "PATCH /api/auth/me":                                  OWN(200),
  "PUT /api/auth/me/picture":                            OWN(200),
  "DELETE /api/auth/me/picture":                         OWN(200),
  "GET /api/auth/me/username":                           OWN(200),
  "POST /api/auth/password":                             OWN(204),
  "POST /api/auth/ws-ticket":                            [401, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  "GET /api/auth/sessions":                              OWN(200),
  "DELETE /api/auth/sessions":                           OWN(204),
  // Leila's session.
  "DELETE /api/auth/sessions/{id}":                      OWN(404),

  "GET /api/admin/reports":                              [401, 403, 403, 403, 200, 403, 403, 403, 200, 401, 401],
  "PATCH /api/admin/reports/{id}":                       [401, 403, 403, 403, 404, 403, 403, 403, 200, 401, 401],
  "GET /api/admin/users/{id}":                           [401, 403, 403, 403, 404, 403, 403, 403, 200, 401, 401],
  "PATCH /api/admin/users/{id}":                         [401, 403, 403, 403, 404, 403, 403, 403, 200, 401, 401],
  "POST /api/admin/users/{id}/reset-link":               [401, 403, 403, 403, 404, 403, 403, 403, 201, 401, 401],

  "GET /api/admin/messages":                             [401, 403, 403, 403, 200, 403, 403, 403, 200, 401, 401],
  "GET /api/admin/sites":                                [401, 403, 403, 403, 200, 403, 403, 403, 200, 401, 401],
  "POST /api/admin/sites":                               [401, 403, 403, 403, 201, 403, 403, 403, 201, 401, 401],
  "GET /api/admin/sites/{site_id}":                      [401, 403, 403, 403, 404, 403, 403, 403, 200, 401, 401],
  "PATCH /api/admin/sites/{site_id}":                    [401, 403, 403, 403, 404, 403, 403, 403, 200, 401, 401],
  "POST /api/admin/sites/{site_id}/keys":                [401, 403, 403, 403, 404, 403, 403, 403, 201, 401, 401],
  "DELETE /api/admin/sites/{site_id}":                   [401, 403, 403, 403, 404, 403, 403, 403, 204, 401, 401],

  "GET /api/users":                                      OWN(200),
  "GET /api/users/{id}":                                 [401, 200, 200, 404, 404, 200, 200, 200, 200, 401, 401],

  "GET /api/conversations":                              OWN(200),
  "POST /api/conversations":                             [401, 201, 201, 404, 404, 201, 201, 201, 201, 401, 401],
  "GET /api/conversations/{id}":                         [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "GET /api/conversations/{id}/messages":                [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "GET /api/conversations/{id}/pins":                    [401, 404, 404, 404, 404, 200, 200, 200, 200, 401, 401],
  "GET /api/conversations/{id}/reads":                   [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "POST /api/conversations/{id}/read":                   [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "PUT /api/conversations/{id}/mute":                    [401, 404, 404, 404, 404, 200, 200, 200, 200, 401, 401],
  "DELETE /api/conversations/{id}/mute":                 [401, 404, 404, 404, 404, 200, 200, 200, 200, 401, 401],
  "PUT /api/conversations/{id}/pin":                     [401, 404, 404, 404, 404, 200, 200, 200, 200, 401, 401],
  "DELETE /api/conversations/{id}/pin":                  [401, 404, 404, 404, 404, 200, 200, 200, 200, 401, 401],
  "POST /api/conversations/{id}/messages/{mid}/attachments":
                                                         [401, 404, 404, 404, 404, 403, 403, 403, 201, 404, 404],

  // The global room of one's own workspace, for visitors whose site leads there.
  "GET /api/messages":                                   [401, 200, 200, 200, 200, 200, 200, 200, 200, 404, 200],
  // Into the group.
  "POST /api/messages":                                  [401, 404, 404, 404, 404, 201, 201, 201, 201, 404, 404],
  "POST /api/messages/upload":                           [401, 404, 404, 404, 404, 201, 201, 201, 201, 404, 404],
  // Leila's message.
  "GET /api/messages/{id}":                              [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "PUT /api/messages/{id}":                              [401, 404, 404, 404, 404, 403, 403, 403, 200, 404, 404],
  "PATCH /api/messages/{id}":                            [401, 404, 404, 404, 404, 403, 403, 403, 200, 404, 404],
  "DELETE /api/messages/{id}":                           [401, 404, 404, 404, 404, 403, 204, 204, 204, 404, 404],
  "GET /api/messages/{id}/history":                      [401, 404, 404, 404, 404, 403, 403, 403, 200, 401, 401],
  "PUT /api/messages/{id}/pin":                          [401, 404, 404, 404, 404, 403, 200, 200, 200, 401, 401],
  "DELETE /api/messages/{id}/pin":                       [401, 404, 404, 404, 404, 403, 200, 200, 200, 401, 401],
  "PUT /api/messages/{id}/reactions/{emoji}":            [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "DELETE /api/messages/{id}/reactions/{emoji}":         [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "POST /api/messages/{id}/reports":                     [401, 404, 404, 404, 404, 201, 201, 201, 201, 401, 401],

  "GET /api/rooms":                                      OWN(200),
  // With Leila in it.
  "POST /api/rooms":                                     [401, 201, 201, 404, 404, 201, 201, 201, 201, 401, 401],
  "GET /api/rooms/{id}":                                 [401, 404, 404, 404, 404, 200, 200, 200, 200, 401, 401],
  "PATCH /api/rooms/{id}":                               [401, 404, 404, 404, 404, 403, 200, 200, 200, 401, 401],
  "DELETE /api/rooms/{id}":                              [401, 404, 404, 404, 404, 403, 403, 204, 204, 401, 401],
  "PUT /api/rooms/{id}/picture":                         [401, 404, 404, 404, 404, 403, 200, 200, 200, 401, 401],
  "DELETE /api/rooms/{id}/picture":                      [401, 404, 404, 404, 404, 403, 200, 200, 200, 401, 401],
  "GET /api/rooms/{id}/members":                         [401, 404, 404, 404, 404, 200, 200, 200, 200, 401, 401],
  // Adds somebody new.
  "POST /api/rooms/{id}/members":                        [401, 404, 404, 404, 404, 403, 201, 201, 201, 401, 401],
  "PATCH /api/rooms/{id}/members/{user_id}":             [401, 404, 404, 404, 404, 403, 403, 200, 200, 401, 401],
  "DELETE /api/rooms/{id}/members/{user_id}":            [401, 404, 404, 404, 404, 403, 204, 204, 204, 401, 401],

  // What one finds is what one may read.
  "GET /api/search":                                     OWN(200),

  // For a site, by its public key, from a domain on its list: it is the same whoever is signed in besides.
  "GET /api/external/config":                            ALL(200),
  "GET /api/widget/config":                              ALL(200),
  "POST /api/external/guests":                           ALL(201),
  // Visitors are who they are at their own site alone.
  "DELETE /api/external/guests/current":                 [401, 401, 401, 401, 401, 401, 401, 401, 401, 204, 401],
  "GET /api/external/messages":                          [401, 401, 401, 401, 401, 401, 401, 401, 401, 200, 401],
  "POST /api/external/messages":                         [401, 401, 401, 401, 401, 401, 401, 401, 401, 201, 401],
  // Leila's, in the group.
  "PUT /api/external/messages/{id}/reactions/{emoji}":   [401, 401, 401, 401, 401, 401, 401, 401, 401, 404, 401],
  "DELETE /api/external/messages/{id}/reactions/{emoji}":
                                                         [401, 401, 401, 401, 401, 401, 401, 401, 401, 404, 401],
  "POST /api/external/tickets":                          [401, 401, 401, 401, 401, 401, 401, 401, 401, 201, 401],

  "GET /files/{id}/{name}":                              [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
  "GET /files/{id}/thumbnail":                           [401, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404],
};
