/** A layout made before it is needed is not made again. */

/** The layout of some data in a size: of the last data and size it was asked for, made once. */
export function kept<Data, Size, Layout>(
  layout: (data: Data, size: Size) => Layout,
): (data: Data, size: Size) => Layout {
  let last: { data: Data; key: string; layout: Layout } | undefined;
  return (data, size) => {
    const key = JSON.stringify(size);
    if (last?.data !== data || last.key !== key) last = { data, key, layout: layout(data, size) };
    return last.layout;
  };
}
