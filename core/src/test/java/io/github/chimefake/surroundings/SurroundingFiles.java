package io.github.chimefake.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that surroundings point to: {@code broken}, {@code foreign-config}, {@code foreign-credentials}; {@code services}. */
final class SurroundingFiles {
    private SurroundingFiles() {}

    static void write(Path directory, int trap) throws IOException {
        Files.writeString(directory.resolve("broken"), """
                [default
                region eu-west-3
                  = indented without a beginning
                [profile ]]
                """);
        Files.writeString(directory.resolve("foreign-config"), """
                [default]
                region = eu-west-3
                services = chime
                endpoint_url = http://127.0.0.1:%1$d
                ignore_configured_endpoint_urls = true
                retry_mode = standard
                max_attempts = 1
                defaults_mode = in-region
                use_fips_endpoint = true
                use_dualstack_endpoint = true
                sdk_ua_app_id = other
                request_min_compression_size_bytes = 0
                request_checksum_calculation = when_required
                response_checksum_validation = when_required
                account_id_endpoint_mode = required
                auth_scheme_preference = httpBearerAuth
                credential_process = /bin/false

                [profile other]
                region = no region
                services = chime
                retry_mode = sometimes
                max_attempts = many
                defaults_mode = none
                use_fips_endpoint = perhaps
                use_dualstack_endpoint = perhaps
                source_profile = missing
                role_arn = arn:aws:iam::111122223333:role/other

                [services chime]
                chime_sdk_messaging =
                  endpoint_url = http://127.0.0.1:%1$d
                chime_sdk_identity =
                  endpoint_url = http://127.0.0.1:%1$d
                """.formatted(trap));
        Files.writeString(directory.resolve("foreign-credentials"), """
                [default]
                aws_access_key_id = AKIADEVELOPER0000000
                aws_secret_access_key = secret
                """);
        Path services = Files.createDirectories(directory.resolve("services/META-INF/services"));
        for (String kind : new String[] {"SdkHttpService", "async.SdkAsyncHttpService"}) {
            Files.writeString(services.resolve("software.amazon.awssdk.http." + kind), "com.example.Missing\n");
        }
    }
}
