// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kindling {

/// What an email address tells about whose it is. Views into the address, which is normalised (lower case).
struct Mailbox
{
    std::string_view local;
    std::string_view domain;
};

Mailbox mailboxOf(std::string_view address);

/// A host that gives addresses to anybody (gmail.com, web.de, seznam.cz …): its domain says nothing about a company.
bool isFreeMailHost(std::string_view domain);

/// An address that several people read (info@, sales@, buero@, contacto@ …): it says which company, not which person.
bool isSharedMailbox(std::string_view local);

/// The address that the mail arrives at: without "+tag", and for Google without the dots and as gmail.com.
std::string deliveredTo(std::string_view address);

/// The domain that a company is known by: without scheme, "www.", path and port, and without the parts before the registered name
/// ("https://shop.padaria-estrela.pt/loja" is padaria-estrela.pt, "mail.acme.co.uk" is acme.co.uk). Empty for free mail hosts.
std::string companyDomain(std::string_view addressOrLink);

} // namespace kindling
