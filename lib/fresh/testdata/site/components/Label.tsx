export function Label(props: { id: string; text: string }) {
  return <label for={props.id}>{props.text}</label>;
}
