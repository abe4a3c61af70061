/** What Datawrapper’s older embed code does: the frame is found by its id or by its address. */
addEventListener('message', ({ data }) => {
  const heights = data['datawrapper-height'];
  if (heights === undefined) return;
  for (const id in heights) {
    const frame =
      document.getElementById(`datawrapper-chart-${id}`) ?? document.querySelector(`iframe[src*="${id}"]`);
    if (frame) frame.style.height = `${heights[id]}px`;
  }
});
