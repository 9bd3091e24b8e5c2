// The style of the tour's map in a theme: colours of the palette, and nothing of a tour.
window.touratlasStyle = function (theme) {
  "use strict";
  return `
    html, body { margin: 0; background: ${theme.page}; }
    body > span { display: none; }
    .leaflet-container { height: 100vh !important; background: ${theme.sea}; font: 400 12px/1.35 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: ${theme.ink}; border-radius: 6px; }
    .leaflet-container.leaflet-container.leaflet-touch-drag.leaflet-touch-zoom { touch-action: pan-x pan-y; }
    .leaflet-container a { color: ${theme.article}; }
    .leaflet-container:focus-visible { outline: 3px solid ${theme.article}; outline-offset: -3px; }
    .leaflet-bar a { background: ${theme.panel}; color: ${theme.ink}; border-color: ${theme.edge}; width: 44px !important; height: 44px !important; line-height: 44px !important; }
    .ta-narrow .leaflet-control-zoom { display: flex; margin-bottom: 4px; }
    .leaflet-bar a:hover, .leaflet-bar a.leaflet-disabled { background: ${theme.page}; color: ${theme.ink2}; }
    .leaflet-bar a:focus-visible { outline: 3px solid ${theme.article}; outline-offset: 2px; z-index: 2; }
    .leaflet-control-attribution.leaflet-control-attribution { background: ${theme.panel}; color: ${theme.ink2}; font-size: 11px; padding: 1px 6px; }
    .leaflet-tooltip { background: ${theme.panel}; color: ${theme.ink}; border-color: ${theme.edge}; }
    .ta-far, .ta-far svg { position: absolute; left: 0; top: 0; z-index: 650; pointer-events: none; }
    .ta-far svg { margin: -22px; overflow: visible; }
    .ta-far span { position: absolute; box-sizing: border-box; width: max-content; background: ${theme.panel}; color: ${theme.ink}; border: 1px solid ${theme.edge}; border-radius: 4px; padding: 2px 7px; }
    .ta-stop, .ta-going { overflow: visible; }
    .ta-going { opacity: 0; transition: opacity 700ms ease-in; pointer-events: none; }
    /* Marks stand beside their true points: what is pressed is what is seen, and not the box that stays behind. */
    .leaflet-marker-icon.ta-stop.leaflet-interactive { pointer-events: none; }
    .ta-stop .ta-disc, .ta-stop .ta-name { pointer-events: auto; cursor: pointer; }
    .ta-stop:focus { outline: none; }
    .ta-leaders svg, .ta-fan svg { position: absolute; left: 0; top: 0; overflow: visible; pointer-events: none; }
    .ta-disc { position: absolute; left: 0; top: 0; box-sizing: border-box; width: 26px; height: 26px; border-radius: 50%; display: grid; place-items: center;
      font-weight: 700; font-size: 13px; font-variant-numeric: tabular-nums; background: ${theme.panel}; color: ${theme.article}; border: 2px solid ${theme.article}; }
    .ta-reported .ta-disc { background: ${theme.article}; color: ${theme.number}; }
    .ta-possible .ta-disc { border-style: dashed; }
    .ta-stop:focus-visible .ta-disc { outline: 3px solid ${theme.article}; outline-offset: 3px; }
    .ta-chosen .ta-disc { box-shadow: 0 0 0 3px ${theme.panel}, 0 0 0 6px ${theme.article}; }
    .ta-name { position: absolute; white-space: nowrap; font-size: 12px; line-height: 15px; text-align: start;
      text-shadow: 0 0 3px ${theme.land}, 0 0 3px ${theme.land}, 0 0 3px ${theme.land}, 1px 1px 1px ${theme.land}, -1px -1px 1px ${theme.land}; }
    .ta-name b { font-weight: 700; }
    .ta-undated .ta-when { display: none !important; }
    .ta-name .ta-when { color: ${theme.ink2}; display: block; }
    .ta-curated { font-style: italic; }
    .ta-name b.ta-later { color: ${theme.later}; }
    .ta-disc .ta-sign { position: absolute; left: 4px; top: -12px; width: 14px; height: 14px; display: grid; place-items: center; border-radius: 4px;
      background: ${theme.later}; color: ${theme.number}; font-size: 11px; font-weight: 700; line-height: 1; }
    .ta-name .ta-when.ta-later { color: ${theme.later}; }
    .ta-fan { position: absolute; left: 13px; top: 13px; width: 0; height: 0; }
    .ta-fan .ta-dot { position: absolute; box-sizing: border-box; width: 9px; height: 9px; margin: -4.5px; background: ${theme.panel}; border: 2px solid ${theme.article}; transform: rotate(45deg); }
    .ta-fan .ta-dot.ta-later { border-color: ${theme.later}; }
    .ta-fan .ta-venue { position: absolute; white-space: nowrap; line-height: 15px; padding: 0 4px; border-radius: 3px; background: ${theme.panel}; box-shadow: 0 0 0 1px ${theme.edge}; }
    .ta-fan .ta-venue.ta-later { color: ${theme.later}; }
    .ta-country { color: ${theme.ink2}; font-size: 11px; letter-spacing: .02em; white-space: nowrap; transform: translate(-50%, -50%); pointer-events: none; }
    @media (prefers-reduced-motion: reduce) { .leaflet-fade-anim .leaflet-tooltip { transition: none; } }
    @media (forced-colors: active) { .ta-disc { border-color: CanvasText; } }
  `;
};
