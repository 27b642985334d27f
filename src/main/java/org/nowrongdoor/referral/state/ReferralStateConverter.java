package org.nowrongdoor.referral.state;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a state under the name that it has on the wire. */
@Converter
public class ReferralStateConverter implements AttributeConverter<ReferralState, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ReferralState state) {
        return state == null ? null : state.wire();
    }

    @Override
    public @Nullable ReferralState convertToEntityAttribute(@Nullable String wire) {
        return wire == null ? null : ReferralState.find(wire).orElseThrow();
    }
}
