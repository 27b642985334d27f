package org.nowrongdoor.http.parameter;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.nowrongdoor.http.server.HttpConfig;
import org.nowrongdoor.http.server.RequestBodyBuffer;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Lets a JSON body in once it is known to be small enough and clean. Bodies that a resource reads itself pass by. */
@Provider
public class JsonBodyInterceptor implements ReaderInterceptor {

    // An interceptor is made while the application is built, before there is a configuration.
    private final Instance<HttpConfig> limits;

    public JsonBodyInterceptor(Instance<HttpConfig> limits) {
        this.limits = limits;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var isJson = context.getMediaType() != null
                && context.getMediaType().getSubtype().endsWith("json");
        if (!isJson || InputStream.class.isAssignableFrom(context.getType())) {
            return context.proceed();
        }
        var most = limits.get().maxBody().asLongValue();
        var body = read(context.getInputStream(), Math.toIntExact(most + 1));
        if (body.length > most) {
            throw ProblemException.of(ProblemKind.PAYLOAD_TOO_LARGE, RequestBodyBuffer.detail(most));
        }
        TextValidator.faultInJson(body).ifPresent(fault -> {
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the body " + fault);
        });
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static byte[] read(InputStream stream, int most) {
        try {
            return stream.readNBytes(most);
        } catch (IOException e) {
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the body did not arrive whole; send it again");
        }
    }
}
