package org.nowrongdoor.directory.partner;

import java.util.List;

/** The partners of an organisation.
 *  @param partners what its own record says
 *  @param namedBy what the records of others say of it, by their names; the first hundred
 *  @param namedByTotal how many of those there are */
public record PartnerList(List<PartnerView> partners, List<PartnerView> namedBy, long namedByTotal) {}
