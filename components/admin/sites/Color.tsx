import { check } from "@/components/icons.ts";
import { Tag } from "@/components/Tag.tsx";
import { number } from "@/lib/i18n/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { contrastOf, siteColors } from "@/lib/ui/site_colors.ts";
import { isHexColor } from "./draft.ts";
import type { SiteForm } from "./draft.ts";
import { FormRow, INPUT, WRONG } from "./FormRow.tsx";

/** Colours that go well with ours; what they look like stands in the stylesheet. */
const SWATCHES = {
  firoozeh: ["#0f6f7c", cx("swatch swatch-firoozeh")],
  brick: ["#9a4825", cx("swatch swatch-brick")],
  cypress: ["#295c3d", cx("swatch swatch-cypress")],
  lapis: ["#31509d", cx("swatch swatch-lapis")],
  pomegranate: ["#a73447", cx("swatch swatch-pomegranate")],
  ink: ["#302e28", cx("swatch swatch-ink")],
} as const;

/** The colour of a site's chat, and what can be read on it. */
export function Color({ form }: { readonly form: SiteForm }) {
  const { t, draft: { primary_color: color }, faults } = form;
  const is_color = isHexColor(color);
  const fault = is_color || color === "" ? faults.primary_color : t.colorInvalid;
  const is_listed = Object.values(SWATCHES).some(([hex]) => hex === color.toLowerCase());
  return (
    <FormRow path="primary_color" label={t.color} fault={fault} single>
      <div class="flex flex-wrap items-center gap-2">
        <div class="needs-scripts flex flex-wrap items-center gap-2" role="group" aria-label={t.color}>
          {Object.entries(SWATCHES).map(([name, [hex, look]]) => (
            <button
              key={name}
              type="button"
              class={look}
              aria-label={t.swatches[name as keyof typeof SWATCHES]}
              title={t.swatches[name as keyof typeof SWATCHES]}
              aria-pressed={hex === color.toLowerCase() ? "true" : "false"}
              onClick={() => form.put("primary_color", hex)}
            />
          ))}
          <input
            type="color"
            class={cx("swatch swatch-own", is_color && !is_listed && "swatch-on")}
            value={is_color ? color.toLowerCase() : "#0f6f7c"}
            aria-label={t.colorOwn}
            title={t.colorOwn}
            onInput={(event: Event) => form.put("primary_color", (event.target as HTMLInputElement).value)}
          />
        </div>
        <span class="w-28">
          <input
            id="primary_color"
            name="primary_color"
            value={color}
            dir="ltr"
            maxLength={7}
            spellcheck={false}
            autoCapitalize="none"
            aria-invalid={fault ? "true" : undefined}
            aria-describedby={fault ? "primary_color-note" : "primary_color-said"}
            class={cx(INPUT, "code", fault && WRONG)}
            onInput={(event: Event) => form.put("primary_color", withHash(event.target as HTMLInputElement))}
          />
        </span>
      </div>
      {is_color && <Readable form={form} color={color.toLowerCase()} />}
    </FormRow>
  );
}

/** Whoever pastes a code without its sign means it with it. */
function withHash({ value }: HTMLInputElement): string {
  return /^[0-9a-f]{6}$/i.test(value.trim()) ? `#${value.trim()}` : value.trim();
}

/** What is read on the colour and where the colour itself is read, in words. */
function Readable({ form: { t, locale }, color }: { readonly form: SiteForm; readonly color: string }) {
  const { on, light, dark } = siteColors(color);
  const ratio = number(locale, Math.floor(contrastOf(color, on) * 10) / 10, 1);
  const where = light === color ? dark === color ? "both" : "light" : dark === color ? "dark" : "neither";
  return (
    <p id="primary_color-said" class="flex flex-wrap items-center gap-x-2 gap-y-1 mt-2">
      <Tag tone="ok" icon={check}>{on === "#ffffff" ? t.onWhite(ratio) : t.onBlack(ratio)}</Tag>
      <span class="text-12 text-muted">{t.onPages[where]}</span>
    </p>
  );
}
