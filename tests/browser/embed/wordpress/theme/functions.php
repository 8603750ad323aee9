<?php
$content_width = 610;
