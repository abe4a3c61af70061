/** What Datawrapper’s embed code of today does: the frame is the one that the message comes from. */
addEventListener('message', ({ data, source }) => {
  const heights = data['datawrapper-height'];
  if (heights === undefined) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source) continue;
    for (const id in heights) frame.style.height = `${heights[id]}px`;
  }
});
