# SPDX-License-Identifier: Apache-2.0
"""The ways of the buses on the map: from stop to stop an invented gentle curve, the same for every
line and in both directions. Whole numbers only, in millionths of a degree."""

PIECES = 4        # straight pieces between two stops
BEND = 150        # thousandths of their distance by which the way leaves the straight line at most
NORTH, EAST = 1110, 896  # size of a degree at 36.4 degrees north, in proportion


def curve(a, b, draw):
    """Both ends included: a Bezier curve whose inner points lie beside the straight line."""
    a, b = ([value * 100 for value in end] for end in (a, b))
    north, east = b[0] - a[0], b[1] - a[1]
    beside = (-east * EAST // NORTH, north * NORTH // EAST)
    controls = [a]
    for third in (1, 2):
        bend = draw % (2 * BEND + 1) - BEND
        draw //= 2 * BEND + 1
        controls.append([a[i] + (b[i] - a[i]) * third // 3 + beside[i] * bend // 1000
                         for i in (0, 1)])
    controls.append(b)
    points = []
    for k in range(PIECES + 1):
        far = PIECES - k
        weights = (far ** 3, 3 * far * far * k, 3 * far * k * k, k ** 3)
        points.append([sum(w * c[i] for w, c in zip(weights, controls)) // PIECES ** 3
                       for i in (0, 1)])
    return points


def way(names, stops):
    """Through the named stops."""
    points = [[value * 100 for value in stops.position[names[0]]]]
    for a, b in zip(names, names[1:]):
        low, high = sorted((a, b), key=stops.number.get)
        draw = stops.number[low] * 7919 + stops.number[high] * 104729
        piece = curve(stops.position[low], stops.position[high], draw)
        points += piece[1:] if low == a else piece[-2::-1]
    return points


def degrees(value):
    return f"{value // 1000000}.{value % 1000000:06d}"


def shape_of(trip):
    return f"{trip.line.id}-{trip.direction}"


def table(trips, stops):
    """shapes.txt: one shape a line and direction."""
    rows = [[shape, degrees(lat), degrees(lon), str(i + 1), ""]
            for shape, names in {shape_of(trip): trip.names for trip in trips}.items()
            for i, (lat, lon) in enumerate(way(names, stops))]
    return "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled", rows
