// Puts the directory's map beside its list. Without this script the list says everything.
const element = document.getElementById('map');
const { L } = window;

/** A link to an initiative, as an element: its name is text, whatever it contains. */
function linkTo(properties) {
  const { language, page } = element.dataset;
  const link = document.createElement('a');
  link.href = page.replace('SLUG', encodeURIComponent(properties.slug));
  link.textContent = properties.name[language] || properties.name.ca;
  return link;
}

async function showMap() {
  const response = await fetch(element.dataset.points, { headers: { accept: 'application/geo+json' } });
  if (!response.ok) return;
  const { features } = await response.json();
  const placed = features.filter((feature) => feature.geometry !== null);
  element.closest('.map').hidden = false;
  if (placed.length === 0) {
    element.replaceWith(Object.assign(document.createElement('p'), { textContent: element.dataset.empty }));
    return;
  }
  const map = L.map(element, { scrollWheelZoom: false, maxZoom: 18 });
  const { tiles, attribution = '' } = element.dataset;
  if (tiles !== undefined) L.tileLayer(tiles, { attribution }).addTo(map);
  const points = L.featureGroup(
    placed.map(({ geometry: { coordinates }, properties }) =>
      L.circleMarker([coordinates[1], coordinates[0]], {
        radius: 9,
        color: '#7d1a12',
        fillColor: '#a3271c',
        fillOpacity: 0.8,
      })
        .bindPopup(() => linkTo(properties))
        .bindTooltip(properties.name[element.dataset.language] || properties.name.ca),
    ),
  ).addTo(map);
  map.fitBounds(points.getBounds().pad(0.2), { maxZoom: 16 });
}

if (element !== null && L !== undefined) {
  // A map that cannot be drawn stays away: the list is there.
  showMap().catch(() => {});
}
