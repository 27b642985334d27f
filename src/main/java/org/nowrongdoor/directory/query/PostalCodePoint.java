package org.nowrongdoor.directory.query;

import java.util.List;

/** Where a postal code is, in the middle of it.
 *  @param latitude WGS 84 degrees
 *  @param regionIds the areas it lies in, such as {@code 27053}, {@code MN} and {@code us} */
public record PostalCodePoint(double latitude, double longitude, List<String> regionIds) {}
