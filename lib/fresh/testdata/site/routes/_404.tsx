export default function Missing() {
  return <p class="missing">Nothing here</p>;
}
