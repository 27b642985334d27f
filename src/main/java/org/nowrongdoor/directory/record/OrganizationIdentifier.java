package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** An identifier that another register gave to an organisation.
 *  @see "HSDS 3.2, organization_identifier" */
@HsdsShape
public record OrganizationIdentifier(
        UUID id,
        @Nullable UUID organizationId,
        @Nullable String identifierScheme,
        String identifierType,
        String identifier,
        List<Attribute> attributes,
        List<Metadata> metadata) {}
