/**
 * What WordPress does on a page with posts of other sites in it, written from what it is seen to do: a message counts
 * when it names the frame’s secret; the first one shows the frame in place of the quotation; heights are kept within
 * bounds; links lead only to the frame’s own host.
 */
const LOWEST = 200;
const HIGHEST = 1000;

addEventListener('message', ({ data, source }) => {
  if (!data || !data.secret || !data.message || !data.value || !/^[a-z0-9]+$/i.test(data.secret)) return;
  const mine = `[data-secret="${data.secret}"]`;
  for (const frame of document.querySelectorAll(`iframe${mine}`)) {
    if (frame.contentWindow !== source) continue;
    for (const quotation of document.querySelectorAll(`blockquote${mine}`)) quotation.style.display = 'none';
    frame.removeAttribute('style');
    if (data.message === 'height') {
      frame.height = Math.min(HIGHEST, Math.max(LOWEST, parseInt(data.value, 10)));
    }
    if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host) {
      if (document.activeElement === frame) location.href = data.value;
    }
  }
});

const sayReady = () => {
  for (const frame of document.querySelectorAll('iframe[data-secret]')) {
    frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
  }
};
if (document.readyState === 'complete') sayReady();
else addEventListener('load', sayReady);
