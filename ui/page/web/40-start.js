// The page opens.

Object.assign(view, { w: ground.clientWidth || view.w, h: ground.clientHeight || view.h });
Object.assign(view, statedView(data.home));
/** @type {HTMLDetailsElement} */ (need("legend")).open = need("map").clientWidth > 1000 && need("map").clientHeight > 620;
readAddress();
