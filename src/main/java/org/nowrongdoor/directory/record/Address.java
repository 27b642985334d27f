package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A postal or street address. It exists for public places alone.
 *  @see "HSDS 3.2, address" */
@HsdsShape
public record Address(
        UUID id,
        @Nullable UUID locationId,
        @Nullable String attention,
        @JsonProperty("address_1") String address1,
        @Nullable @JsonProperty("address_2") String address2,
        String city,
        @Nullable String region,
        String stateProvince,
        String postalCode,
        String country,
        String addressType,
        List<Attribute> attributes,
        List<Metadata> metadata) {}
