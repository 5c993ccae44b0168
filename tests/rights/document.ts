/** Holds answers against the API's document. */
import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/2020";
import type { OpenApi } from "@/lib/web/reference/openapi_types.ts";
import type { Answer } from "../support/client.ts";

/** Fails for a status or a body that the document does not show for a method of a path. */
export function createDocumentCheck(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, "api");

  return (row: string, { status, body }: Answer): void => {
    const [method, path] = row.split(" ") as [string, string];
    const response = document.paths[path]?.[method.toLowerCase()]?.responses[status];
    assert(response, `${row}: the document knows no ${status} of it`);
    const media = response.content?.["application/json"];
    if (!media) return;
    const pointer = ["paths", path, method.toLowerCase(), "responses", status, "content", "application/json"]
      .map((part) =>
        String(part).replaceAll("~", "~0").replaceAll("/", "~1").replaceAll(/[{}]/g, encodeURIComponent)
      );
    const validate = ajv.compile({ $ref: `api#/${pointer.join("/")}/schema` });
    assert(validate(body), `${row}: ${JSON.stringify(validate.errors)}`);
    const code = (body as { code?: string } | null)?.code;
    if (status >= 400) {
      assert(code && code in (media.examples ?? {}), `${row}: ${status} with ${code} is not shown`);
    }
  };
}
