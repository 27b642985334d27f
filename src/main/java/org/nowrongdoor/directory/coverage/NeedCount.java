package org.nowrongdoor.directory.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many services meet a need.
 *  @param services those that run and answer people who look for help
 *  @param verified how many of them were checked lately enough */
@Schema(name = "NeedCount")
public record NeedCount(String code, int services, int verified) {}
