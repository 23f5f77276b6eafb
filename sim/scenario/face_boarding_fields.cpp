// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"

namespace sim
{

void face_rate_fields(Visitor& v, FaceRates& rates)
{
    v.field({"false_non_match", "a registered face is not recognised, each look"},
            Percent(rates.false_non_match_ppm));
    v.field({"false_match", "a face is taken for another one, each look"},
            Percent(rates.false_match_ppm));
    v.field({"masks", "faces that are half covered"}, Percent(rates.masks_ppm));
    v.field({"mask_factor", "a half covered face is missed so many times as often"},
            Count(rates.mask_factor, 1, 100));
    v.field({"twins", "registered people who have a registered twin"}, Percent(rates.twins_ppm));
    v.field({"twin_match", "one twin is taken for the other, each look"},
            Percent(rates.twin_match_ppm));
}

void fields(Visitor& v, FaceBoarding& face)
{
    v.place(&face.line, nullptr);
    v.field({"vehicles", "autonomous buses with a camera at the door"},
            Count(face.vehicles, 1, 100));
    v.field({"registered", "residents whose face the cameras know"},
            Count(face.registered, 1, 1'000'000));
    v.field({"boardings", "of registered people in the window"},
            Count(face.boardings, 0, 1'000'000));
    v.field({"strangers", "who walk in without being registered"},
            Count(face.strangers, 0, 1'000'000));
    face_rate_fields(v, face);
    v.field({"looks", "then the rider touches a card"}, Count(face.looks, 1, 10));
    v.field({"capture", "until the camera has the face"}, RandomTime(face.capture));
    v.field({"match", "search among all registered faces, in the vehicle"}, RandomTime(face.match));
    v.field({"card_touch", "boarding by card instead"}, RandomTime(face.card_touch));
    v.field({"deadline", "longest wait for the boarding service"},
            Duration(face.deadline, {1'000'000}));
}

}  // namespace sim
