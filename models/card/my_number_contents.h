// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/my_number_issue.h"

// The files of a My Number Card as bytes (my-number-card.md 4.1 to 4.4). Which bytes a record's
// signature covers is *assumed*: all objects before it, or all but dates and pictures after it.
namespace model
{

Octets token_info(const std::string& token);
Octets certificates_present(const MyNumberIssue& issue);

Octets number_file(const sim::Secret& number);  // filler alone when there is none
Octets basic_four(const MyNumberHolder& holder);
Octets digests(const MyNumberIssue& issue, const Octets& number);
Octets record_key_certificate(const MyNumberIssue& issue);
Octets text_info();

Octets age_record(const MyNumberIssue& issue);
Octets face(const MyNumberIssue& issue);
Octets visual_info(const MyNumberIssue& issue);
Octets number_picture(const MyNumberIssue& issue);

Octets common_record(const MyNumberIssue& issue);

}  // namespace model
